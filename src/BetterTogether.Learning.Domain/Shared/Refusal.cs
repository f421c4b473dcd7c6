namespace BetterTogether.Learning.Domain.Shared;

/// <summary>A "no" as a value: a code for machines (kebab-case, stable), a sentence for people that says why and what to do.</summary>
/// <param name="Field">The form field it is about, in the input record's spelling; null when it is about the whole.</param>
public abstract record Refusal(string Code, string Message, string? Field = null);

/// <summary>What was asked is wrong in itself, whatever the state of things: the API answers 400, not 409.</summary>
public record Invalid(string Code, string Message, string? Field = null) : Refusal(Code, Message, Field);
