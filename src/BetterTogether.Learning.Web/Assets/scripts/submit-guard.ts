// A second press of a slow "Book" must not send the form twice. aria-disabled rather than disabled: a disabled button
// would lose the focus and drop its own name and value from the form.

const sent = new Set<HTMLFormElement>()

function mark(form: HTMLFormElement, busy: boolean): void {
  for (const button of form.querySelectorAll('button:not([type="button"]), input[type="submit"]')) {
    if (busy) { button.setAttribute('aria-disabled', 'true') } else { button.removeAttribute('aria-disabled') }
  }
}

export function guardSubmits(page: Document): void {
  page.addEventListener('submit', event => {
    const form = event.target
    if (!(form instanceof HTMLFormElement) || form.method !== 'post') { return }
    if (sent.has(form)) {
      event.preventDefault()
    } else if (!event.defaultPrevented) {
      sent.add(form)
      mark(form, true)
    }
  })

  // The back button may bring the page back as it was left.
  window.addEventListener('pageshow', () => {
    for (const form of sent) { mark(form, false) }
    sent.clear()
  })
}
