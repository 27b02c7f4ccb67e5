import type { ReactNode } from 'react'
import type { Brief } from '../../../templates/problems/problem.ts'
import type { Run } from '../../domain/pace/run.ts'

/** What the brief answers, folded up. */
export function BriefAnswers({ brief, run }: { brief: Brief; run: Run }) {
  const { questions, framing, data, options, metrics, monitoring, deployment, curveBalls } = brief
  const taken = new Set(run.shown.map(({ act }) => (act.type === 'hint' ? act.hint : undefined)))
  const open = brief.hints
    .map((hint, n) => ({ ...hint, number: n + 1 }))
    .filter(({ number }) => !taken.has(number))
  return (
    <section className="answers" aria-label="Answers">
      <Fold title="Questions to ask">
        {questions.map(({ ask, answer }) => (
          <Pair key={ask} term={ask} text={answer} />
        ))}
      </Fold>
      <Fold title="Framing">
        <Pair term="Business goal" text={framing.goal} />
        <Pair term="ML objective" text={framing.objective} />
        <Pair term="Input" text={framing.input} />
        <Pair term="Label" text={framing.label} />
        <Pair term="Horizon" text={framing.horizon} />
        {framing.alternatives.map(({ name, tradeOff }) => (
          <Pair key={name} term={name} text={tradeOff} />
        ))}
      </Fold>
      <Fold title="Data">
        <Listed term="Sources" texts={data.sources} />
        <Listed term="Labels" texts={data.labels} />
        {data.features.map(({ name, why }) => (
          <Pair key={name} term={name} text={why} />
        ))}
        <Listed term="Pitfalls" texts={data.pitfalls} />
        <Pair term="Split" text={data.split} />
      </Fold>
      <Fold title="Options and choice">
        <Pair term="Baseline" text={options.baseline} />
        {options.considered.map(({ name, gain, cost }) => (
          <Pair key={name} term={name} text={`${gain} Cost: ${cost}`} />
        ))}
        <Pair term={`Chosen: ${options.chosen.join(', ')}`} text={options.why} />
      </Fold>
      <Fold title="Metrics">
        {[...metrics.offline, ...metrics.online, ...metrics.guardrails].map(({ name, why }) => (
          <Pair key={name} term={name} text={why} />
        ))}
        <Pair term="Experiment" text={metrics.experiment} />
      </Fold>
      <Fold title="Monitoring and deployment">
        {monitoring.map(({ signal, action }) => (
          <Pair key={signal} term={signal} text={action} />
        ))}
        <Listed term="Deployment" texts={deployment} />
      </Fold>
      <Fold title="Curve-balls">
        {curveBalls.map(({ says, good }) => (
          <Pair key={says} term={says} text={good} />
        ))}
      </Fold>
      {open.length > 0 && (
        <Fold title="Hints not taken">
          {open.map(({ number, step, text }) => (
            <Pair key={number} term={`Hint ${number}, step ${step}`} text={text} />
          ))}
        </Fold>
      )}
    </section>
  )
}

function Fold({ title, children }: { title: string; children: ReactNode }) {
  return (
    <details>
      <summary>{title}</summary>
      <dl>{children}</dl>
    </details>
  )
}

function Pair({ term, text }: { term: string; text: string }) {
  return (
    <div>
      <dt>{term}</dt>
      <dd>{text}</dd>
    </div>
  )
}

function Listed({ term, texts }: { term: string; texts: readonly string[] }) {
  return (
    <div>
      <dt>{term}</dt>
      {texts.map((text) => (
        <dd key={text}>{text}</dd>
      ))}
    </div>
  )
}
