namespace BetterTogether.Learning.Domain.People;

/// <summary>What somebody may do beyond what every practitioner may.</summary>
[Flags]
public enum Roles
{
    None = 0,
    Facilitator = 1,
    LearningDesk = 2,
    Administrator = 4,
}
