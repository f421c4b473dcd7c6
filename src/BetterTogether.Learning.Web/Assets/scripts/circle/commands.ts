// Every command is a form, which the server takes as a POST too. Its id was made with the page: pressing twice, or
// again after a lost answer, is one command. After a refusal it is another one: what was wrong may have been put right.
import { Line } from './line'
import { sayNo, sayUnreached } from './no'
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
      sayNo(answer.accepted ? '' : answer.refusal?.message ?? '')
      if (answer.accepted) {
        form.reset()
        form.closest('details')?.removeAttribute('open')
      } else {
        form.querySelector<HTMLInputElement>('[name="press"]')!.value = newPress()
      }
    } catch {
      sayUnreached()
      await room.refresh()
    }
  }
}

function newPress(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), octet => octet.toString(16).padStart(2, '0')).join('')
}
