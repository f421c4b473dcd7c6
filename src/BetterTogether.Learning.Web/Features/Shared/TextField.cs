using Microsoft.AspNetCore.Mvc.Rendering;

namespace BetterTogether.Learning.Web.Features.Shared;

/// <summary>The model of _TextField: one labelled field, with its hint and with what is wrong about it.</summary>
/// <param name="Name">As the form posts it, "Form.Title": the key of its errors too.</param>
/// <param name="Rows">More than one makes a text area.</param>
/// <param name="Width">Characters, where a full-width field would mislead: 2, 3, 4, 5, 10 or 20.</param>
/// <param name="For">What the label adds for a screen reader: "Starts" says nothing without the date it belongs to.</param>
public sealed record TextField(string Name, string Label, string? Value, string? Hint = null, string Type = "text", int Rows = 1, int? Width = null, string? For = null, string? InputMode = null)
{
    public string Id => TagBuilder.CreateSanitizedId(Name, "_");

    public string? WidthClass => Width is { } width ? $"govuk-input--width-{width}" : null;

    /// <summary>The ids of hint and error, for aria-describedby; null (no attribute) where there are none.</summary>
    public string? DescribedBy(bool wrong) => (Hint is not null, wrong) switch
    {
        (true, true) => $"{Id}-hint {Id}-error",
        (true, false) => $"{Id}-hint",
        (false, true) => $"{Id}-error",
        _ => null,
    };
}
