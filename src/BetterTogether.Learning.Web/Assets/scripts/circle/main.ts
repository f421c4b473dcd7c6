// The live room. The page works without this file, by refresh and POST; here it hears of changes by itself.
// Words and pictures are made in one place, the server: a push says only that there is something newer to fetch.
import { Announcer } from './announcer'
import { showClocks } from './clock'
import { sendCommands } from './commands'
import { Line } from './line'
import { sayWhenLeaving } from './leave'
import { Room } from './room'
import { offerStarters } from './starters'

const element = document.getElementById('room')
if (element?.dataset.circle) {
  const announcer = new Announcer(document)
  const room = new Room(element, announcer)
  const line = new Line(room, announcer)
  sendCommands(room, line)
  showClocks(room)
  offerStarters(element)
  sayWhenLeaving(room, line)
  line.open()
}
