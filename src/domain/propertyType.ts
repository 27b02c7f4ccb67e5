import type { NumberRule } from './units.ts'

/** What a property may hold. Numbers are stored in the rule's base unit. */
export type PropertyType =
  | { readonly type: 'number'; readonly rule: NumberRule }
  | { readonly type: 'text' }
  | { readonly type: 'choice'; readonly choices: readonly string[] }
  | { readonly type: 'flag' }
  | { readonly type: 'list' }
