namespace BetterTogether.Learning.Domain.Calendars;

/// <summary>One unfolded line of a calendar, for example <c>ATTENDEE;PARTSTAT=DECLINED:mailto:ann@demo.example</c>.</summary>
/// <param name="Parameters">By their names in upper case, without quotes.</param>
public sealed record ContentLine(string Name, IReadOnlyDictionary<string, string> Parameters, string Value)
{
    /// <returns>Null where the line has no value: nothing that a calendar needs.</returns>
    public static ContentLine? Parse(string line)
    {
        var pieces = Pieces(line, out var value);
        if (value is null || pieces[0].Trim() is not { Length: > 0 } name) { return null; }
        var parameters = new Dictionary<string, string>();
        foreach (var piece in pieces.Skip(1).Select(p => p.Split('=', 2)).Where(p => p.Length == 2))
        {
            parameters.TryAdd(piece[0].Trim().ToUpperInvariant(), piece[1].Replace("\"", "", StringComparison.Ordinal).Trim());
        }
        return new(name.ToUpperInvariant(), parameters, value);
    }

    public bool Is(string name) => Name == name;

    public bool IsValue(string name, string value) => Is(name) && Value.Trim().Equals(value, StringComparison.OrdinalIgnoreCase);

    public string? Parameter(string name) => Parameters.GetValueOrDefault(name);

    // A quoted parameter may hold both of the marks that part a line.
    private static List<string> Pieces(string line, out string? value)
    {
        var (pieces, from, quoted) = (new List<string>(), 0, false);
        for (var at = 0; at < line.Length; at++)
        {
            if (line[at] is '"') { quoted = !quoted; }
            if (quoted || line[at] is not (';' or ':')) { continue; }
            pieces.Add(line[from..at]);
            from = at + 1;
            if (line[at] is ':')
            {
                value = line[from..];
                return pieces;
            }
        }
        value = null;
        return pieces;
    }
}
