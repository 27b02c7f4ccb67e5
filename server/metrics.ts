import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client'
import { REFUSALS, type Refusal } from './events.ts'
import { DOCS, type DocName, ROLES, type Role } from './roles.ts'

export interface Metrics {
  connected(role: Role, document: DocName, change: 1 | -1): void
  /** An update came. */
  received(): void
  /** So many updates of a document became durable at once, so long after they were handed to the log. */
  committed(entries: number, seconds: number): void
  refused(refusal: Refusal): void
  requestRefused(status: number): void
  /** All of it as Prometheus reads it. */
  text(): Promise<string>
}

/** What is looked up when somebody asks, not counted. */
export interface Readings {
  readonly roomsInMemory: () => number
  readonly roomsKept: () => Promise<number>
  /** What the log takes on the disk. */
  readonly logBytes: () => Promise<number>
  readonly isInTrouble: () => boolean
}

export const METRICS_TYPE = Registry.PROMETHEUS_CONTENT_TYPE

const COMMIT_SECONDS = [
  0.0001, 0.00025, 0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5,
]
const COMMIT_ENTRIES = [1, 2, 5, 10, 20, 50, 100, 200, 500]

/** Counts what happens. No label holds what a stranger chooses: there are as many series as the code names. */
export function createMetrics(readings: Readings): Metrics {
  const registry = new Registry()
  const registers = [registry]
  collectDefaultMetrics({ register: registry })
  readOnDemand(registry, readings)
  const { connections, refusals, requests } = labelled(registry)
  const seconds = new Histogram({
    name: 'drillboard_commit_seconds',
    help: 'From handing a document’s updates to the log until they are durable.',
    buckets: COMMIT_SECONDS,
    registers,
  })
  const entries = new Histogram({
    name: 'drillboard_commit_updates',
    help: 'Updates of a document that became durable together.',
    buckets: COMMIT_ENTRIES,
    registers,
  })
  let received = 0
  let committed = 0
  counted(registry, 'drillboard_updates_received_total', 'Updates that clients sent.', () => received)
  counted(
    registry,
    'drillboard_updates_committed_total',
    'Updates that are durable, the server’s own included.',
    () => committed,
  )
  return {
    connected: (role, document, change) => connections.inc({ role, document }, change),
    received() {
      received += 1
    },
    committed(count, took) {
      committed += count
      seconds.observe(took)
      entries.observe(count)
    },
    refused: (reason) => refusals.inc({ reason }),
    requestRefused: (status) => requests.inc({ status }),
    text: () => registry.metrics(),
  }
}

/** Every series is there from the start, as 0. */
function labelled(registry: Registry) {
  const registers = [registry]
  const connections = new Gauge({
    name: 'drillboard_connections',
    help: 'Connections that are open.',
    labelNames: ['role', 'document'],
    registers,
  })
  for (const role of ROLES) for (const document of DOCS) connections.set({ role, document }, 0)
  const refusals = new Counter({
    name: 'drillboard_refusals_total',
    help: 'Connections that were refused or ended by the server, by reason.',
    labelNames: ['reason'],
    registers,
  })
  for (const reason of REFUSALS) refusals.inc({ reason }, 0)
  const requests = new Counter({
    name: 'drillboard_requests_refused_total',
    help: 'HTTP requests that were refused, by the status they were answered with.',
    labelNames: ['status'],
    registers,
  })
  return { connections, refusals, requests }
}

/** A counter whose number is kept outside, where counting costs nothing. */
function counted(registry: Registry, name: string, help: string, read: () => number) {
  new Counter({
    name,
    help,
    registers: [registry],
    collect() {
      this.reset()
      this.inc(read())
    },
  })
}

function readOnDemand(registry: Registry, readings: Readings) {
  const gauge = (name: string, help: string, read: () => number | Promise<number>) =>
    new Gauge({
      name,
      help,
      registers: [registry],
      async collect() {
        // What cannot be read is no reason to withhold the rest.
        this.set(
          await Promise.resolve()
            .then(read)
            .catch(() => Number.NaN),
        )
      },
    })
  gauge('drillboard_rooms_in_memory', 'Rooms with a document in memory.', readings.roomsInMemory)
  gauge('drillboard_rooms', 'Rooms that are kept.', readings.roomsKept)
  gauge('drillboard_log_bytes', 'What the log takes on the disk.', readings.logBytes)
  gauge('drillboard_storage_trouble', '1 while edits cannot be kept.', () => Number(readings.isInTrouble()))
}
