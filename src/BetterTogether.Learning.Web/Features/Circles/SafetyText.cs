namespace BetterTogether.Learning.Web.Features.Circles;

/// <summary>What somebody wrote about somebody's safety. It must survive a restart, so it is the one text of a circle that is stored; deleted once it is marked recorded.</summary>
public sealed record SafetyText(Guid CircleId, string MessageId, string Text);
