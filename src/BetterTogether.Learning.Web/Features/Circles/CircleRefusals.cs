using BetterTogether.Learning.Domain.Shared;

namespace BetterTogether.Learning.Web.Features.Circles;

/// <summary>To strangers a circle does not exist.</summary>
public sealed record CircleNotFound() : Refusal("circle-not-found", "There is no such circle, or you have no seat in it");

/// <param name="Numbers">Whom the sender can call.</param>
public sealed record NobodyOutside(string Numbers) : Refusal("nobody-outside", $"From here nobody outside can be told, and your words were not sent. Call somebody yourself ({Numbers}), or tell a facilitator.");

public sealed record CircleBusy() : Refusal("circle-busy", "Too much happened at once. Please try again.");

/// <summary>Never seen by anybody: the room was closed in the moment of coming in, and another one is opened.</summary>
public sealed record RoomRetired() : Refusal("room-retired", "Please try again");
