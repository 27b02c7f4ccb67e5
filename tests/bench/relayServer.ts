import { createServer } from 'node:http'
import { type WebSocket, WebSocketServer } from 'ws'

/**
 * Passes every message on to all of its room and does nothing else: what this machine, its sockets and the
 * load itself take before a server does anything.
 */
const rooms = new Map<string, Set<WebSocket>>()
const server = createServer()
new WebSocketServer({ server }).on('connection', (socket, { url = '' }) => {
  const room = rooms.get(url) ?? new Set()
  rooms.set(url, room.add(socket))
  socket.on('message', (data) => {
    for (const other of room) other.send(data)
  })
  socket.on('close', () => room.delete(socket))
})
server.listen(0, '127.0.0.1', () => {
  const address = server.address()
  process.stdout.write(`http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}\n`)
})
