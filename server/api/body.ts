import type { Context } from 'hono'
import { ApiError } from './errors.ts'

export type Body = Readonly<Record<string, unknown>>

export const isObject = (value: unknown): value is Body =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** The JSON of a request; none counts as `{}`. @throws {ApiError} */
export async function jsonOf(c: Context): Promise<unknown> {
  const text = await c.req.text()
  if (text.trim() === '') return {}
  try {
    return JSON.parse(text)
  } catch {
    throw new ApiError(400, 'The body is not JSON.')
  }
}

/** A text of the body, trimmed; undefined where it is absent. @throws {ApiError} */
export function textOf(body: Body, key: string, longest: number): string | undefined {
  const value = body[key]
  if (value === undefined || value === null) return undefined
  if (typeof value !== 'string') throw new ApiError(400, `“${key}” must be text.`)
  const text = value.trim()
  if (text.length > longest) throw new ApiError(400, `“${key}” may have up to ${longest} characters.`)
  return text
}

/** A flag of the body; undefined where it is absent. @throws {ApiError} */
export function flagOf(body: Body, key: string): boolean | undefined {
  const value = body[key] ?? undefined
  if (value === undefined || typeof value === 'boolean') return value
  throw new ApiError(400, `“${key}” is true or false.`)
}
