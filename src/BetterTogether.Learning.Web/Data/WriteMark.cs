namespace BetterTogether.Learning.Web.Data;

/// <summary>The one row the health probe writes to: proof that the database takes writes.</summary>
public sealed record WriteMark(int Id, DateTime AtUtc);
