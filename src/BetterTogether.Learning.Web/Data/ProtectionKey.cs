namespace BetterTogether.Learning.Web.Data;

/// <summary>A data-protection key, in the database so that there is one thing to back up and two nodes read each other's cookies.</summary>
public sealed record ProtectionKey(string Name, string Xml);
