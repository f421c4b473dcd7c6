using BetterTogether.Learning.Domain.Shared;

namespace BetterTogether.Learning.Domain.People;

public sealed record PersonNotFound() : Refusal("person-not-found", "We cannot find that person in the staff directory. Check the address, or ask the learning desk to add them.", "PersonEmail");

public sealed record EmailTaken() : Refusal("email-taken", "Somebody in the directory already has this e-mail address", nameof(PersonDetails.Email));

public sealed record ManagerInCircle() : Refusal("manager-in-circle", "This person would end up managing themselves. Choose another line manager.", nameof(PersonDetails.ManagerId));

public sealed record LastAdministrator() : Refusal("last-administrator", "This is the last administrator. Make somebody else an administrator first.");

public sealed record CodeWrong() : Refusal("code-wrong", "That code is not right, or it has run out. Check the newest e-mail, or ask for a new code.", "Code");
