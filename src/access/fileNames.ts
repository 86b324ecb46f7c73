/** Files of access in the data folder. */
export const KEY_FILE = 'keys.json'
/** `audit.1.jsonl` is the one before it. */
export const AUDIT_FILE = 'audit.jsonl'
