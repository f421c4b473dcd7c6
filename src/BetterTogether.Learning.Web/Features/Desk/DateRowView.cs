namespace BetterTogether.Learning.Web.Features.Desk;

/// <summary>One row of the dates on the form: which one it is, and of how many.</summary>
public sealed record DateRowView(DateRow Row, int Index, int Count)
{
    public string Name(string field) => $"{SessionForm.Prefix}.Dates[{Index}].{field}";

    public string Legend => Count == 1 ? "Date" : $"Date {Index + 1} of {Count}";
}
