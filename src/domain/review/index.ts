import type { Rule } from './rule.ts'
import { funnelWidens } from './rules/funnel-widens.ts'

/** Every rule. To add one: its file, and a line here. */
export const rules: readonly Rule[] = [funnelWidens]
