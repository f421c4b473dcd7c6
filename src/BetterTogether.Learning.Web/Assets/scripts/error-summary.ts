import { ErrorSummary } from 'govuk-frontend/dist/govuk/components/error-summary/error-summary.mjs'

export function focusErrorSummary(page: Document): void {
  // govuk-frontend refuses to start without this mark.
  page.body.classList.add('govuk-frontend-supported')
  const summary = page.querySelector('[data-module="govuk-error-summary"]')
  if (summary) { new ErrorSummary(summary) }
}
