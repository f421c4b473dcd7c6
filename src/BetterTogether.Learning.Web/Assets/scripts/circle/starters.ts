// Beginnings of a sentence, for whoever does not know how to begin. Without script they are read in the hint.
export function offerStarters(page: HTMLElement): void {
  page.addEventListener('click', event => {
    const button = event.target instanceof HTMLElement ? event.target.closest<HTMLElement>('[data-starter]') : null
    const field = button?.closest('form')?.querySelector('textarea')
    if (!button || !field) { return }
    field.setRangeText(button.dataset.starter!, field.selectionStart, field.selectionEnd, 'end')
    field.focus()
  })
}

/** After each merge: the server makes them hidden, for a page without script. */
export function showStarters(page: HTMLElement): void {
  for (const part of page.querySelectorAll<HTMLElement>('[data-starters]')) { part.hidden = false }
}
