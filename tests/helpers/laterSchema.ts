import {
  createShapePropsMigrationSequence,
  createTLSchema,
  defaultBindingSchemas,
  defaultShapeSchemas,
} from '@tldraw/tlschema'
import { T } from '@tldraw/validate'
import { CARD, cardMigrations, cardShapeProps } from '../../shapes/cards/schema.ts'
import { COMPONENT, componentProps } from '../../shapes/component/schema.ts'
import { funnelMigrations } from '../../shapes/funnel/migrations.ts'
import { FUNNEL, funnelProps } from '../../shapes/funnel/schema.ts'
import { LAYER_STACK, layerStackMigrations, layerStackProps } from '../../shapes/layer-stack/schema.ts'
import { STEP_FRAME, stepFrameMigrations, stepFrameProps } from '../../shapes/step-frame/schema.ts'
import { TWO_TOWER, twoTowerMigrations, twoTowerProps } from '../../shapes/two-tower/schema.ts'
import { ZONE_FRAME, zoneFrameMigrations, zoneFrameProps } from '../../shapes/zone-frame/schema.ts'

/** A component whose migration throws for this label. */
export const UNMIGRATABLE = 'cannot be migrated'

const { label, ...withoutLabel } = componentProps

/**
 * The board's schema as a later version might have it: a component has `names.main.text` in place of
 * `label`.
 */
export const laterSchema = createTLSchema({
  shapes: {
    ...defaultShapeSchemas,
    [COMPONENT]: {
      props: { ...withoutLabel, names: T.dict(T.string, T.object({ text: label })) },
      migrations: createShapePropsMigrationSequence({
        sequence: [
          {
            id: `com.tldraw.shape.${COMPONENT}/1`,
            up(props) {
              if (props.label === UNMIGRATABLE) throw new Error('No name can be made of this.')
              props.names = { main: { text: props.label } }
              delete props.label
            },
          },
        ],
      }),
    },
    [TWO_TOWER]: { props: twoTowerProps, migrations: twoTowerMigrations },
    [FUNNEL]: { props: funnelProps, migrations: funnelMigrations },
    [CARD]: { props: cardShapeProps, migrations: cardMigrations },
    [LAYER_STACK]: { props: layerStackProps, migrations: layerStackMigrations },
    [STEP_FRAME]: { props: stepFrameProps, migrations: stepFrameMigrations },
    [ZONE_FRAME]: { props: zoneFrameProps, migrations: zoneFrameMigrations },
  },
  bindings: defaultBindingSchemas,
})
