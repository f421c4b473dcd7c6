// Every command is a form, which the server takes as a POST too. Its id was made with the page: pressing twice, or
// again after a lost answer, is one command.
import { Line } from './line'
import { Room } from './room'
import { Command } from './types'

const flags = new Set(['confirmed', 'recorded'])
const lists = new Set(['order'])
const numbers = new Set(['agreementsVersion', 'stageIndex', 'round'])

function read(form: HTMLFormElement, pressed: HTMLElement | null): Command {
  const command: Record<string, unknown> = {}
  const data = new FormData(form, pressed)
  for (const name of new Set(data.keys())) {
    const value = String(data.get(name))
    // What begins with _ is the page's own: the antiforgery token, a box that only has to be ticked.
    if (name.startsWith('_') || value === '') { continue }
    const field = name === 'press' ? 'id' : name
    command[field] = lists.has(name) ? data.getAll(name).map(String) : flags.has(name) ? value === 'true' : numbers.has(name) ? Number(value) : value
  }
  return command as Command
}

export function sendCommands(room: Room, line: Line): void {
  const busy = new Set<HTMLFormElement>()
  room.element.addEventListener('submit', event => {
    const form = event.target
    if (!(form instanceof HTMLFormElement) || !('live' in form.dataset)) { return }
    event.preventDefault()
    event.stopPropagation()
    const pressed = event instanceof SubmitEvent ? event.submitter : null
    if (busy.has(form) || pressed?.getAttribute('aria-disabled') === 'true') { return }
    busy.add(form)
    void send(form, read(form, pressed)).finally(() => busy.delete(form))
  })

  async function send(form: HTMLFormElement, command: Command): Promise<void> {
    try {
      const answer = await line.act(command)
      show(answer.accepted ? '' : answer.refusal?.message ?? '')
      if (answer.accepted) {
        form.reset()
        form.closest('details')?.removeAttribute('open')
      }
    } catch {
      show('That did not reach us. Nothing is lost: press again when you are connected.')
      await room.refresh()
    }
  }
}

function show(message: string): void {
  const place = document.getElementById('room-no')!
  place.textContent = message
  place.hidden = message === ''
}
