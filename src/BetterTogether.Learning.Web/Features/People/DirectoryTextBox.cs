namespace BetterTogether.Learning.Web.Features.People;

/// <summary>One labelled text field of the entry's form.</summary>
public sealed record DirectoryTextBox(string Field, string Label, string? Value, string Type = "text", string? Hint = null)
{
    public string Name => $"{PersonForm.Prefix}.{Field}";
    public string Id => $"{PersonForm.Prefix}_{Field}";
}
