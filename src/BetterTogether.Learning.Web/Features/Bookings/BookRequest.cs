using BetterTogether.Learning.Web.Data;

namespace BetterTogether.Learning.Web.Features.Bookings;

/// <summary>Somebody asks for a place, for themselves or for another.</summary>
/// <param name="ForEmail">For whom, where it is not the caller: the desk for anybody, and so whoever trains a private session; a manager for their own people.</param>
/// <param name="ObjectiveId">The objective of one's own it is booked for.</param>
public sealed record BookRequest(Guid CallerId, bool IsDesk, bool ConfirmClash = false, string? ForEmail = null, OnceKey? Once = null, Guid? ObjectiveId = null);
