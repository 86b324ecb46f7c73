import { Explorer } from './Explorer.tsx'
import { StartPanel } from './StartPanel.tsx'
import { useGraphState } from './useGraphState.ts'

/** `/graph`: without a focus a place to begin, with one its surroundings. */
export default function GraphView() {
  const tools = useGraphState()
  return tools.state.focus === '' ? <StartPanel /> : <Explorer tools={tools} key={tools.state.focus} />
}
