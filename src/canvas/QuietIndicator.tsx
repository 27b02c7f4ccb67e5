import { memo } from 'react'
import { DefaultShapeIndicator, type TLShapeIndicatorProps } from 'tldraw'

/** The outline of a selected or hovered shape. tldraw keeps one in the page for every shape, mostly hidden. */
export const QuietIndicator = memo(function QuietIndicator({ hidden, ...props }: TLShapeIndicatorProps) {
  return hidden ? null : <DefaultShapeIndicator {...props} />
})
