import { type WebSocket, WebSocketServer } from 'ws'

/** The least a server could do: hands every frame to the others of the same address. Keeps and checks nothing. */
const rooms = new Map<string, Set<WebSocket>>()
const sockets = new WebSocketServer({ port: 0, host: '127.0.0.1' }, () => {
  const address = sockets.address()
  process.stdout.write(`http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}\n`)
})
sockets.on('connection', (socket, request) => {
  const name = new URL(request.url ?? '/', 'http://relay').pathname
  const room = rooms.get(name) ?? new Set()
  rooms.set(name, room.add(socket))
  socket.on('close', () => room.delete(socket))
  socket.on('message', (frame) => {
    for (const other of room) if (other !== socket) other.send(frame)
  })
})
