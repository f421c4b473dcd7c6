using BetterTogether.Learning.Domain.People;
using BetterTogether.Learning.Web.Data;

namespace BetterTogether.Learning.Web.Features.SignIns;

/// <summary>What the mail with a code is made from.</summary>
/// <param name="Person">Null where the address is not in the directory yet.</param>
public sealed record CodeMail(Guid CodeId, string Email, Person? Person, string Code);

/// <summary>Puts the mail with a code into the same save as the code.</summary>
public delegate void PostCode(LearningDb db, DateTime nowUtc, CodeMail mail);
