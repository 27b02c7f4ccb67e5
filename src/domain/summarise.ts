import type { Design, PropertyValue } from './design.ts'
import { REQUIREMENTS } from './requirements.ts'
import { formatNumber } from './units.ts'

/**
 * What step 1 agreed on, as sentences to read out and have confirmed: of the requirement, capacity and assumption
 * cards. Empty where nothing is written there.
 */
export function summarise({ requirements, cards }: Design): readonly string[] {
  const text = (id: string) => textOf(requirements[id])
  const amount = (id: 'sla' | 'freshness_h' | 'corpus' | 'positiveRate') => {
    const value = requirements[id]
    return typeof value === 'number' ? formatNumber(value, REQUIREMENTS[id].rule.unit) : ''
  }
  const measured = [
    ['offline by', text('metrics')],
    ['online by', text('onlineMetrics')],
  ].flatMap(([where, by]) => (by ? `${where} ${by}` : []))
  return [
    sentence(text('functional')),
    text('task') && `It is a ${text('task')} task.`,
    scaleOf(cards),
    amount('corpus') && `There are ${amount('corpus')} items.`,
    requirements.batch === true ? 'Batch is enough.' : '',
    amount('sla') && `The answer is there within ${amount('sla')} at the 99th percentile.`,
    amount('freshness_h') && `What is new counts within ${amount('freshness_h')}.`,
    after('Labels: ', text('labels')),
    amount('positiveRate') && `The share of positives is ${amount('positiveRate')}.`,
    after('Data there is: ', text('data')),
    after('It is measured ', measured.join(', and ')),
    after('Constraints: ', text('constraints')),
    after('Out of scope: ', text('outOfScope')),
    after('Assumed: ', assumptionsOf(cards).join('; ')),
  ].filter(Boolean)
}

function after(words: string, text: string): string {
  return text && sentence(words + text)
}

function sentence(text: string): string {
  return text === '' || /[.!?]$/.test(text) ? text : `${text}.`
}

function textOf(value: PropertyValue | undefined): string {
  if (typeof value === 'string') return value.trim().replaceAll(/\s+/g, ' ')
  return Array.isArray(value) ? value.join(', ') : ''
}

function scaleOf(cards: Design['cards']): string {
  const { dau, requests_day: each } = cards.find(({ type }) => type === 'capacity')?.fields ?? {}
  if (typeof dau !== 'number') return ''
  const asks = typeof each === 'number' ? `, ${formatNumber(each, 'count')} requests each` : ''
  return `${formatNumber(dau, 'count')} users a day${asks}.`
}

function assumptionsOf(cards: Design['cards']): readonly string[] {
  const rows = cards.flatMap(({ type, fields }) =>
    type === 'assumption' && Array.isArray(fields.assumptions) ? fields.assumptions : [],
  )
  return rows.flatMap((row) => textOf(row?.assumption) || [])
}
