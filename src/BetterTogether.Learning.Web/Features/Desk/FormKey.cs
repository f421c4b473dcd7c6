using BetterTogether.Learning.Domain.Shared;
using BetterTogether.Learning.Web.Data;
using BetterTogether.Learning.Web.Features.Shared;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace BetterTogether.Learning.Web.Features.Desk;

/// <summary>The hidden key that makes a double press one request.</summary>
public static class FormKey
{
    /// <summary>Shows a refusal on a page. Somebody who went back and changed a form that was sent already is asked once and can then go on.</summary>
    /// <param name="key">The page's field of the refusal; empty for the whole form.</param>
    /// <returns>The key the form carries from now on.</returns>
    public static string? Show(this ModelStateDictionary state, Refusal refusal, string key, string? formKey)
    {
        if (refusal is not KeyReused)
        {
            state.AddModelError(key, refusal.Message);
            return formKey;
        }
        state.AddModelError("", "This form was sent once already, and what it asked for then was done. Press again to send it as it is now.");
        return PageRefusals.NewKey();
    }
}
