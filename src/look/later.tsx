import { type ComponentType, lazy } from 'react'

/**
 * A part of a page whose code comes when it is first shown; without it, what says that it did not come. It wants
 * a `Suspense` around it.
 */
export function later<Props>(load: () => Promise<ComponentType<Props>>, NotLoaded: ComponentType<Props>) {
  return lazy(() =>
    load().then(
      (part) => ({ default: part }),
      () => ({ default: NotLoaded }),
    ),
  )
}
