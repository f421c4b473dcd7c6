namespace BetterTogether.Learning.Web.Tests.Access;

/// <summary>Ten people before one thing, in the order of a row's cells. Roles of their own, and whose the thing is.</summary>
internal enum Who
{
    /// <summary>Not signed in.</summary>
    Nobody,

    /// <summary>A practitioner whose thing it is: their booking, their seat, their review.</summary>
    Owner,

    /// <summary>Another practitioner.</summary>
    Other,

    /// <summary>The owner's line manager.</summary>
    Manager,

    /// <summary>Somebody else's line manager.</summary>
    OtherManager,

    /// <summary>Trains the session, and has no role.</summary>
    Trainer,

    /// <summary>Has the facilitator's role, and trains the session, or holds the circle.</summary>
    Facilitator,

    /// <summary>Has the facilitator's role, and nothing to do with it.</summary>
    OtherFacilitator,

    Desk,
    Administrator,
}
