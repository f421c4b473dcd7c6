namespace BetterTogether.Learning.Domain.Cpd;

public enum CpdKind
{
    Attended,
    Facilitated,
    Reflection,
    Other,
}

public enum CpdStatus
{
    Draft,
    Ready,

    /// <summary>Its person has typed it into the regulator's own form. Nothing is ever sent from here.</summary>
    Copied,
}
