import { IDBFactory } from 'fake-indexeddb'
import { describe, expect, it, onTestFinished } from 'vitest'
import * as Y from 'yjs'
import { type CopyDatabase, copyName, openCopyDatabase } from '../../src/sync/copyDatabase.ts'
import { keepCopy, type LocalCopy } from '../../src/sync/localCopy.ts'
import { poll } from './guests.ts'

const ROOM = 'a-room'
const VERSION = 1

interface Tab {
  readonly doc: Y.Doc
  readonly copy: LocalCopy
  /** What the tab found on this device. */
  readonly kept: Awaited<LocalCopy['loaded']>
  write(text: string): void
  leave(): void
}

/** A tab that keeps what is written in it. */
async function openTab(factory: IDBFactory): Promise<Tab> {
  const doc = new Y.Doc()
  const copy = keepCopy(doc, ROOM, VERSION, factory)
  const leave = () => {
    copy.flush()
    copy.close()
    doc.destroy()
  }
  onTestFinished(leave)
  return { doc, copy, kept: await copy.loaded, write: (text) => doc.getArray('texts').push([text]), leave }
}

const textsIn = ({ doc }: Tab) => doc.getArray('texts').toJSON()

async function database(factory: IDBFactory): Promise<CopyDatabase> {
  const opened = await openCopyDatabase(factory, copyName(ROOM), VERSION)
  onTestFinished(() => opened.close())
  return opened
}

describe('a row of the copy that cannot be read', () => {
  const DAMAGED = new Uint8Array([1, 255, 255])

  function twoEdits(): [Uint8Array, Uint8Array] {
    const doc = new Y.Doc()
    const updates: Uint8Array[] = []
    doc.on('update', (update) => updates.push(update))
    for (const text of ['one', 'two']) doc.getArray('texts').push([text])
    return updates as [Uint8Array, Uint8Array]
  }

  async function copyOf(rows: readonly Uint8Array[]): Promise<IDBFactory> {
    const factory = new IDBFactory()
    const kept = await database(factory)
    for (const row of rows) await kept.append(row, { isWhole: true })
    return factory
  }

  function damaged(): Promise<IDBFactory> {
    const [one, two] = twoEdits()
    return copyOf([one, DAMAGED, two])
  }

  it('costs none of the others, but what is left does not pass for the whole', async () => {
    const tab = await openTab(await damaged())
    expect(textsIn(tab)).toEqual(['one', 'two'])
    expect(tab.kept?.isWhole).toBe(false)
    expect(tab.copy.trouble.get()).toBeNull()
  })

  it('is gone for good once the board has come from the server', async () => {
    const factory = await damaged()
    const tab = await openTab(factory)
    tab.copy.note({ isWhole: true })
    await poll(() => tab.copy.isKept.get()).toBe(true)
    tab.leave()
    const again = await openTab(factory)
    expect(textsIn(again)).toEqual(['one', 'two'])
    expect(again.kept?.isWhole).toBe(true)
  })

  it('does not cost what builds on it either, once the server has given what is missing', async () => {
    const [one, two] = twoEdits()
    const factory = await copyOf([DAMAGED, two])
    const tab = await openTab(factory)
    expect(textsIn(tab)).toEqual([])
    Y.applyUpdate(tab.doc, one)
    tab.copy.note({ isWhole: true })
    await poll(() => textsIn(tab)).toEqual(['one', 'two'])
  })

  it('costs none of the rows on this device, whatever is written after', async () => {
    const factory = await damaged()
    const tab = await openTab(factory)
    tab.write('three')
    await poll(() => tab.copy.isKept.get()).toBe(true)
    tab.leave()
    expect(textsIn(await openTab(factory))).toEqual(['one', 'two', 'three'])
  })

  it('loses nothing when all rows are made one, and that fails', async () => {
    const factory = await damaged()
    const kept = await database(factory)
    const fails = () => {
      throw new Error('Cannot be merged.')
    }
    await expect(kept.replace(fails, {})).rejects.toThrow('Cannot be merged.')
    expect((await kept.load()).updates).toHaveLength(3)
  })
})

describe('a copy that is deleted while its board is open', () => {
  const erase = (factory: IDBFactory) =>
    new Promise((resolve) => {
      factory.deleteDatabase(copyName(ROOM)).onsuccess = resolve
    })

  it('is made anew at once, and passes for the whole as before', async () => {
    const factory = new IDBFactory()
    const first = await openTab(factory)
    first.write('one')
    first.copy.note({ isWhole: true })
    await poll(() => first.copy.isKept.get()).toBe(true)
    first.leave()
    const tab = await openTab(factory)
    await erase(factory)
    await poll(async () => (await (await database(factory)).load()).isWhole).toBe(true)
    tab.leave()
    const again = await openTab(factory)
    expect(textsIn(again)).toEqual(['one'])
    expect(again.kept?.isWhole).toBe(true)
  })

  it('is not made anew by a tab that has been closed', async () => {
    const factory = new IDBFactory()
    const tab = await openTab(factory)
    tab.write('one')
    await poll(() => tab.copy.isKept.get()).toBe(true)
    tab.leave()
    await erase(factory)
    expect(await factory.databases()).toEqual([])
  })
})
