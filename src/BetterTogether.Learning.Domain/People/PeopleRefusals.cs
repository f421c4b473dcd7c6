using BetterTogether.Learning.Domain.Shared;

namespace BetterTogether.Learning.Domain.People;

public sealed record PersonNotFound() : Refusal("person-not-found", "We cannot find that person in the staff directory. Check the address. Somebody who is not in it yet, the learning desk adds.", "PersonEmail");

public sealed record EmailTaken() : Refusal("email-taken", "Somebody in the directory already has this e-mail address", nameof(PersonDetails.Email));

public sealed record ManagerInCircle() : Refusal("manager-in-circle", "This person would end up managing themselves. Choose another line manager.", nameof(PersonDetails.ManagerId));

public sealed record ManagerUnknown() : Refusal("manager-unknown", "Nobody in the directory has this e-mail address. Check it, or add the line manager first.", nameof(PersonDetails.ManagerId));

public sealed record RolesNotYours() : Refusal("not-your-roles", "Only an administrator can change what somebody may do. Ask one to do this.", nameof(PersonDetails.Roles));

/// <summary>Whoever changes an administrator's address receives their sign-in code.</summary>
public sealed record AdministratorNotYours() : Refusal("not-your-administrator", "Only an administrator can change an administrator's details. Ask one to do this.");

public sealed record LastAdministrator() : Refusal("last-administrator", "This is the last administrator. Make somebody else an administrator first.");

public sealed record CodeWrong() : Refusal("code-wrong", "That code is not right, or it has run out. Check the newest e-mail, or ask for a new code.", "Code");

public sealed record StandInForOneself() : Refusal("stand-in-yourself", "Nobody stands in for themselves. Enter somebody else's address.", "Email");

/// <summary>Whoever leads somebody reads their reviews: else one person at the desk could open any.</summary>
public sealed record NamesYourself(string Field) : Refusal("names-yourself", "You cannot name yourself, because that opens this person's reviews to you. Ask a colleague at the desk to do it.", Field);

public sealed record StandInEndsTooEarly() : Refusal("stand-in-dates", "The last day must be today or later, and not before the first", "Until");

public sealed record StandInTooLong() : Refusal("stand-in-too-long", "Somebody may stand in for half a year at most. For longer, ask the learning desk to change the line manager.", "Until");
