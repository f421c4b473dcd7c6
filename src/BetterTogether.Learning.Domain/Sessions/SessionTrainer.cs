namespace BetterTogether.Learning.Domain.Sessions;

/// <summary>A person of the directory who trains at, or facilitates, a session.</summary>
public sealed record SessionTrainer(Guid SessionId, Guid PersonId);
