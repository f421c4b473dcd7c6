import { Line } from './line'
import { Room } from './room'

/** Closing the page says so at once; otherwise the others would see somebody who is gone until the lease ends. */
export function sayWhenLeaving(room: Room, line: Line): void {
  window.addEventListener('pagehide', () => {
    if (!room.isDoor && line.id) { navigator.sendBeacon(`/api/v1/circles/${room.circle}/leave?connection=${encodeURIComponent(line.id)}`) }
    line.close()
  })
  // Back out of the browser's own cache, with a line that was closed.
  window.addEventListener('pageshow', event => { if (event.persisted) { location.reload() } })
}
