namespace BetterTogether.Learning.Web.Features.Shared;

/// <summary>Comma-separated values (RFC 4180) that a spreadsheet opens without taking a cell for a formula.</summary>
public static class Csv
{
    public const string ContentType = "text/csv; charset=utf-8";

    // What OWASP names as the beginnings of a formula; the apostrophe is what spreadsheets write before text.
    private static readonly char[] Formula = ['=', '+', '-', '@', '\t', '\r'];

    public static string Line(params IEnumerable<string?> cells) => string.Join(',', cells.Select(Cell)) + "\r\n";

    /// <summary>With the mark by which spreadsheets know UTF-8.</summary>
    public static byte[] File(IEnumerable<string> lines) => [.. System.Text.Encoding.UTF8.Preamble, .. System.Text.Encoding.UTF8.GetBytes(string.Concat(lines))];

    private static string Cell(string? text)
    {
        if (string.IsNullOrEmpty(text)) { return ""; }
        var safe = Formula.Contains(text.TrimStart(' ').FirstOrDefault()) ? "'" + text : text;
        return safe.AsSpan().IndexOfAny("\",\r\n") < 0 ? safe : $"\"{safe.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
    }
}
