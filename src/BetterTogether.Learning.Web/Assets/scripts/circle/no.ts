// Why a press did nothing, at the head of the page. It goes as soon as it is no longer true.
let unreached = false

export function sayNo(message: string): void {
  const place = document.getElementById('room-no')!
  place.textContent = message
  place.hidden = message === ''
  unreached = false
}

export function sayUnreached(): void {
  sayNo('That did not reach us. Nothing is lost: press again when you are connected.')
  unreached = true
}

/** The line is back: whether the press arrived meanwhile, the room shows. */
export function takeBackUnreached(): void {
  if (unreached) { sayNo('') }
}
