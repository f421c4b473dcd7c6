namespace BetterTogether.Learning.Web.Features.SignIns;

/// <summary>
/// Here nobody counts as signed in. The framework would keep the ticket's key when somebody signs in over an older sign-in, so that a
/// key planted in a browser would become theirs (session fixation; ASVS 5, 7.2.4): with none found, it makes a new one.
/// </summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class StartsAfreshAttribute : Attribute;
