import { RECORDS } from '../../src/document/names.ts'
import { boardUpdate } from './boardUpdates.ts'
import { type Contender, type Ours, startBoth } from './contenders.ts'
import { compareRow, HEAD, median, say, table } from './figures.ts'
import { coldJoin, join, type Member } from './member.ts'

const SIZES = [200, 2_000, 4_000]
/** Boards of a size; each is opened once after a restart. */
const BOARDS = 5
/** How often each board is then opened while it is in memory. */
const TIMES = 3

interface Opened {
  /** From connecting to the whole board in the client, ms. */
  readonly ms: number
  /** Of the server for one who joins, ms. */
  readonly cpu: number
  readonly bytes: number
}

/** Opens each board, one after the other. */
async function open({ process }: Contender, paths: readonly string[], shapes: number): Promise<Opened> {
  const joins: Awaited<ReturnType<typeof coldJoin>>[] = []
  const before = process.cpuMs()
  for (const path of paths) joins.push(await coldJoin(process.wsUrl + path, RECORDS))
  const cpu = (process.cpuMs() - before) / paths.length
  if (joins.some(({ records }) => records < shapes)) throw new Error('A board was not whole.')
  return { ms: median(joins.map(({ ms }) => ms)), cpu, bytes: joins[0]?.bytes ?? Number.NaN }
}

async function openFromDisk(ours: Ours, paths: readonly string[], shapes: number): Promise<Opened> {
  // What the first of all has to wait for is not the board's.
  const [small = ''] = await ours.makeRooms(1, boardUpdate(20))
  await ours.restart()
  for (let n = 0; n < TIMES; n++) await coldJoin(ours.process.wsUrl + small, RECORDS)
  return open(ours, paths, shapes)
}

async function openFromMemory(contender: Contender, paths: readonly string[], shapes: number) {
  const { wsUrl } = contender.process
  const stayers: Member[] = []
  for (const path of paths) stayers.push(await join(wsUrl + path))
  const rounds: Opened[] = []
  for (let n = 0; n <= TIMES; n++) rounds.push(await open(contender, paths, shapes))
  for (const member of stayers) member.leave()
  const [, ...warm] = rounds
  return warm
}

function rows(shapes: number, ours: readonly Opened[], theirs: readonly Opened[], disk: Opened): string[][] {
  const pick = (opened: readonly Opened[], key: keyof Opened) => median(opened.map((one) => one[key]))
  const row = (name: string, key: keyof Opened, unit = 1) => [
    compareRow(`${shapes} shapes, ${name}`, pick(ours, key) / unit, pick(theirs, key) / unit),
  ]
  const fromDisk = (name: string, key: keyof Opened) => [
    compareRow(`${shapes} shapes, first after a restart, ${name}`, disk[key], pick(theirs, key)),
  ]
  return [
    ...row('ms', 'ms'),
    ...row("the server's CPU, ms", 'cpu'),
    ...row('kB', 'bytes', 1000),
    ...fromDisk('ms', 'ms'),
    ...fromDisk("the server's CPU, ms", 'cpu'),
  ]
}

/** What it takes to open a board of which the client has nothing yet. */
export async function benchColdJoin(): Promise<void> {
  const { ours, theirs } = await startBoth()
  const lines: string[][] = []
  for (const shapes of SIZES) {
    const board = boardUpdate(shapes)
    const paths = { ours: await ours.makeRooms(BOARDS, board), theirs: await theirs.makeRooms(BOARDS, board) }
    const disk = await openFromDisk(ours, paths.ours, shapes)
    const fromMemory = {
      ours: await openFromMemory(ours, paths.ours, shapes),
      theirs: await openFromMemory(theirs, paths.theirs, shapes),
    }
    lines.push(...rows(shapes, fromMemory.ours, fromMemory.theirs, disk))
  }
  await Promise.all([ours.stop(), theirs.stop()])
  say(`\nTo open a board, from connecting to all of it in the client; median of ${BOARDS} boards each`)
  say(table([HEAD, ...lines]))
}
