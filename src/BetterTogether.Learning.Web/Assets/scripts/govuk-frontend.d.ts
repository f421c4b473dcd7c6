// govuk-frontend ships no types; this is all we use of it.
declare module 'govuk-frontend/dist/govuk/components/error-summary/error-summary.mjs' {
  export class ErrorSummary {
    constructor(root: Element, config?: { disableAutoFocus?: boolean })
  }
}
