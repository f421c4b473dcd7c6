namespace BetterTogether.Learning.Web.Features.Demo.Topics;

/// <summary>What a session of the demo is about.</summary>
/// <param name="Tags">The C of the framework first.</param>
internal sealed record Topic(string Title, string Description, string Audience, string Tags, int Capacity = 18, bool Online = false, string? Prerequisites = null, string? OutsideTrainers = null);
