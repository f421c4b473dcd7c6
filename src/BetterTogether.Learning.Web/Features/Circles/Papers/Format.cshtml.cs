using System.Globalization;
using BetterTogether.Learning.Domain.Circles;
using BetterTogether.Learning.Web.Features.Shared;
using BetterTogether.Learning.Web.Hosting;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace BetterTogether.Learning.Web.Features.Circles.Papers;

/// <summary>The editor of one of the desk's own formats. Parts come, go and move by plain submits.</summary>
[Authorize(Policies.Desk)]
public sealed class FormatModel(FormatService formats) : PageModel
{
    [BindProperty]
    public FormatForm Form { get; set; } = new();

    [BindProperty]
    public int Version { get; set; }

    /// <summary>Which button was pressed.</summary>
    [BindProperty]
    public string? Do { get; set; }

    [BindProperty(SupportsGet = true)]
    public bool Saved { get; set; }

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancel)
    {
        if (await formats.OwnAsync(id, cancel) is not { } own) { return NotFound(); }
        (Form, Version) = (FormatForm.From(own.Format), own.Version);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken cancel)
    {
        if (await formats.OwnAsync(id, cancel) is not { } own) { return NotFound(); }
        if (ChangedRows()) { return Page(); }
        var saved = await formats.ChangeAsync(User.Id(), id, Form.Read(own.Format.Key), Version, cancel);
        if (saved.Refusal is null) { return LocalRedirect(Links.FormatSaved(id)); }
        if (saved.Refusal is FormatChangedMeanwhile)
        {
            ModelState.Remove(nameof(Version));
            Version = (await formats.OwnAsync(id, cancel))?.Version ?? own.Version;
        }
        return this.Refuse(saved.Refusal, "Form.");
    }

    /// <returns>True when the press was about the rows, and nothing is to be saved.</returns>
    private bool ChangedRows()
    {
        if (Do == "add") { Form.Stages.Add(new StageForm { Minutes = "5" }); }
        else if (Row("remove-") is { } gone && Form.Stages.Count > 1) { Form.Stages.RemoveAt(gone); }
        else if (Row("up-") is { } up and > 0) { (Form.Stages[up - 1], Form.Stages[up]) = (Form.Stages[up], Form.Stages[up - 1]); }
        else { return false; }
        ModelState.Clear();
        return true;
    }

    private int? Row(string verb) => Do?.StartsWith(verb, StringComparison.Ordinal) == true
        && int.TryParse(Do.AsSpan(verb.Length), NumberStyles.None, CultureInfo.InvariantCulture, out var row) && row < Form.Stages.Count ? row : null;
}
