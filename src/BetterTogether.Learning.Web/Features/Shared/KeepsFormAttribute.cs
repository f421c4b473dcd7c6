namespace BetterTogether.Learning.Web.Features.Shared;

/// <summary>A page on which people write at length: a form posted to it after their sign-in has ended is kept on the next page and given back once they are signed in again.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class KeepsFormAttribute : Attribute;
