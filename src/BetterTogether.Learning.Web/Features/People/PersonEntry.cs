using BetterTogether.Learning.Domain.People;

namespace BetterTogether.Learning.Web.Features.People;

/// <summary>An entry of the directory as somebody fills it in.</summary>
/// <param name="Details">Line manager and roles in it are not looked at.</param>
/// <param name="ManagerEmail">Empty: nobody.</param>
/// <param name="Roles">Null: as they are.</param>
public sealed record PersonEntry(PersonDetails Details, string? ManagerEmail, Roles? Roles);
