using BetterTogether.Learning.Domain.Shared;

namespace BetterTogether.Learning.Domain.Circles;

/// <summary>A format the desk copied and changed. A circle keeps the format it was planned with, so a change touches none that is planned.</summary>
public sealed class OwnFormat
{
    private const string Prefix = "own";

    private OwnFormat() { }

    private OwnFormat(Guid id, CircleFormat format) => (Id, Title, Content, Version) = (id, format.Title, CircleJson.Write(format), 1);

    public Guid Id { get; private set; }
    /// <summary>For lists; the rest is in the content.</summary>
    public string Title { get; private set; } = "";
    /// <summary>A <see cref="CircleFormat"/> as JSON.</summary>
    public string Content { get; private set; } = "";
    public int Version { get; private set; }
    /// <summary>Put away: no longer offered to whoever plans.</summary>
    public bool Away { get; private set; }

    public CircleFormat Format => CircleJson.ReadFormat(Content);

    public static OwnFormat CopyOf(CircleFormat format, DateTime nowUtc)
    {
        var id = Ids.New(nowUtc);
        return new OwnFormat(id, format with { Key = $"{Prefix}{id:n}", Title = $"{format.Title} (copy)" });
    }

    /// <summary>The id within a key of such a format; null for any other key.</summary>
    public static Guid? IdOf(string key) => key.StartsWith(Prefix, StringComparison.Ordinal) && Guid.TryParse(key[Prefix.Length..], out var id) ? id : null;

    /// <param name="basedOn">The version that was before whoever edited.</param>
    public Result<OwnFormat> Change(CircleFormat changed, int basedOn)
    {
        if (basedOn != Version) { return new FormatChangedMeanwhile(); }
        var format = FormatRules.Checked(changed with { Key = Format.Key });
        if (format.Refusal is { } no) { return no; }
        (Title, Content, Version) = (format.Value.Title, CircleJson.Write(format.Value), Version + 1);
        return this;
    }

    public void PutAway(bool away) => Away = away;
}

public sealed record FormatChangedMeanwhile() : Refusal("format-changed-meanwhile", "Somebody changed this format meanwhile. What you wrote is still here: press again to save it over theirs.");

public sealed record FormatNotFound() : Refusal("format-not-found", "There is no such format. Choose one from the list.", "Format");
