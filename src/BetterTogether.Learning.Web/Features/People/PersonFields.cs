namespace BetterTogether.Learning.Web.Features.People;

/// <summary>The model of _PersonFields.</summary>
public sealed record PersonFields(PersonForm Form, bool MayGiveRoles);
