/** Sent to a thread of the model instead of a request: free the model and end. */
export const FAREWELL = 'farewell'
