import { formula, notNegative, positive } from './formula.ts'

/**
 * What a dense layer learns: a weight for each pair of an input and an output, and a bias for each output.
 *
 * 128 in, 64 out: 128 × 64 + 64 = 8,256. Source: definition of an affine layer.
 */
export const denseParameters = formula(
  { in: positive, units: positive },
  (given) => given.in * given.units + given.units,
)

/**
 * What a table of embeddings learns: a vector for each row.
 *
 * 1 M rows of 64 numbers: 64 M. Source: definition.
 */
export const embeddingParameters = formula(
  { rows: positive, units: positive },
  ({ rows, units }) => rows * units,
)

/**
 * What a normalisation learns: a scale and a shift for each input, as batch and layer normalisation have them.
 *
 * 512 in: 1,024. Source: Ioffe and Szegedy (2015), “Batch Normalization”; Ba et al. (2016), “Layer Normalization”.
 */
export const normalisationParameters = formula(
  { in: positive, each: notNegative },
  (given) => given.in * given.each,
)
