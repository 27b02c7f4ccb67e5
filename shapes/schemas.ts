import { createTLSchema, defaultBindingSchemas, defaultShapeSchemas } from '@tldraw/tlschema'
import { CARD, cardMigrations, cardShapeProps } from './cards/schema.ts'
import { COMPONENT, componentMigrations, componentProps } from './component/schema.ts'
import { funnelMigrations } from './funnel/migrations.ts'
import { FUNNEL, funnelProps } from './funnel/schema.ts'
import { LAYER_STACK, layerStackMigrations, layerStackProps } from './layer-stack/schema.ts'
import { STEP_FRAME, stepFrameMigrations, stepFrameProps } from './step-frame/schema.ts'
import { TWO_TOWER, twoTowerMigrations, twoTowerProps } from './two-tower/schema.ts'
import { ZONE_FRAME, zoneFrameMigrations, zoneFrameProps } from './zone-frame/schema.ts'

/** The shapes of Drillboard, without drawing: what Node, tests and the server can import. */
const shapeSchemas = {
  [COMPONENT]: { props: componentProps, migrations: componentMigrations },
  [TWO_TOWER]: { props: twoTowerProps, migrations: twoTowerMigrations },
  [FUNNEL]: { props: funnelProps, migrations: funnelMigrations },
  [CARD]: { props: cardShapeProps, migrations: cardMigrations },
  [LAYER_STACK]: { props: layerStackProps, migrations: layerStackMigrations },
  [STEP_FRAME]: { props: stepFrameProps, migrations: stepFrameMigrations },
  [ZONE_FRAME]: { props: zoneFrameProps, migrations: zoneFrameMigrations },
}

/** Shapes that hold other shapes, besides tldraw's frame and group. */
export const CONTAINER_TYPES: readonly string[] = [STEP_FRAME, ZONE_FRAME]

/** The records a board may hold. */
export const boardSchema = createTLSchema({
  shapes: { ...defaultShapeSchemas, ...shapeSchemas },
  bindings: defaultBindingSchemas,
})
