import type { Judged } from '../../domain/drill/clause.ts'
import type { BoardDrill } from '../../domain/drill/drill.ts'
import { Clauses } from './Clauses.tsx'

/** The task beside the board, with what it asks for, ticked as it comes to hold. */
export function TaskPanel({ drill, judged }: { drill: BoardDrill; judged: readonly Judged[] }) {
  return (
    <section className="drill-panel" aria-label="Task">
      <p className="drill-prompt">{drill.task}</p>
      <Clauses judged={judged} hasReasons={false} />
    </section>
  )
}
