using BetterTogether.Learning.Web.Features.Shared;
using System.Security.Claims;
using BetterTogether.Learning.Domain.Sessions;
using BetterTogether.Learning.Web.Data;
using BetterTogether.Learning.Web.Hosting;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace BetterTogether.Learning.Web.Features.Bookings;

/// <param name="ConfirmClash">Book although something else is on at that time.</param>
/// <param name="PersonEmail">For somebody else: the desk, or a manager for their own people.</param>
public sealed record BookBody(bool ConfirmClash = false, string? PersonEmail = null);

/// <param name="SessionId">The session to have a place on instead.</param>
public sealed record MoveBody(Guid SessionId, bool ConfirmClash = false);

/// <param name="Date">London date, where the session has several.</param>
public sealed record AttendanceBody(AttendanceState State, DateOnly? Date = null);

public sealed record MyBookings(IReadOnlyList<BookingView> Items);

/// <summary><c>/api/v1</c>: booking, answering, the register, my bookings.</summary>
public static class BookingApi
{
    public static RouteGroupBuilder Map(RouteGroupBuilder api)
    {
        api.MapPost("/sessions/{id:guid}/bookings", BookAsync).RequireRateLimiting(RateLimits.Booking);
        api.MapPost("/bookings/{id:guid}/cancel", CancelAsync).RequireRateLimiting(RateLimits.Booking);
        api.MapPost("/bookings/{id:guid}/move", MoveAsync).RequireRateLimiting(RateLimits.Booking);
        api.MapPost("/bookings/{id:guid}/accept", AcceptAsync).RequireRateLimiting(RateLimits.Booking);
        api.MapPost("/bookings/{id:guid}/decline", DeclineAsync).RequireRateLimiting(RateLimits.Booking);
        api.MapPut("/bookings/{id:guid}/attendance", MarkAsync);
        api.MapGet("/me/bookings", MineAsync);
        return api;
    }

    private static async Task<Results<Created<BookingView>, ProblemHttpResult>> BookAsync(
        Guid id, ClaimsPrincipal user, BookingService bookings, CancellationToken cancel, BookBody? body = null, [FromHeader(Name = "Idempotency-Key")] string? idempotencyKey = null)
    {
        var asked = body ?? new BookBody();
        var once = OnceKey.From(idempotencyKey, user.Id(), $"book/{id}", asked);
        var booked = await bookings.BookAsync(id, new BookRequest(user.Id(), user.IsDesk(), asked.ConfirmClash, asked.PersonEmail, once), cancel);
        return booked.Refusal is { } no ? no.ToProblem() : TypedResults.Created(Links.ApiBooking(booked.Value.Id), booked.Value);
    }

    private static async Task<Results<Ok<BookingView>, ProblemHttpResult>> CancelAsync(Guid id, ClaimsPrincipal user, BookingService bookings, CancellationToken cancel)
    {
        var cancelled = await bookings.CancelAsync(id, user.Id(), user.IsDesk(), reason: null, cancel);
        return cancelled.Refusal is { } no ? no.ToProblem() : TypedResults.Ok(cancelled.Value);
    }

    private static async Task<Results<Ok<BookingView>, ProblemHttpResult>> MoveAsync(Guid id, MoveBody body, ClaimsPrincipal user, OtherDateService dates, CancellationToken cancel)
    {
        var moved = await dates.MoveAsync(id, body.SessionId, body.ConfirmClash, user.Id(), cancel);
        return moved.Refusal is { } no ? no.ToProblem() : TypedResults.Ok(moved.Value);
    }

    private static async Task<Results<Ok<BookingView>, ProblemHttpResult>> AcceptAsync(Guid id, ClaimsPrincipal user, BookingService bookings, CancellationToken cancel)
    {
        var accepted = await bookings.AcceptAsync(id, user.Id(), cancel);
        return accepted.Refusal is { } no ? no.ToProblem() : TypedResults.Ok(accepted.Value);
    }

    private static async Task<Results<Ok<BookingView>, ProblemHttpResult>> DeclineAsync(Guid id, ClaimsPrincipal user, BookingService bookings, CancellationToken cancel)
    {
        var declined = await bookings.DeclineAsync(id, user.Id(), cancel);
        return declined.Refusal is { } no ? no.ToProblem() : TypedResults.Ok(declined.Value);
    }

    private static async Task<Results<Ok<BookingView>, ProblemHttpResult>> MarkAsync(Guid id, AttendanceBody body, ClaimsPrincipal user, AttendanceService register, CancellationToken cancel)
    {
        var marked = await register.MarkAsync(id, body.Date, body.State, user.Id(), user.IsDesk(), cancel);
        return marked.Refusal is { } no ? no.ToProblem() : TypedResults.Ok(marked.Value);
    }

    private static async Task<Ok<MyBookings>> MineAsync(ClaimsPrincipal user, BookingQueries bookings, CancellationToken cancel)
    {
        var mine = await bookings.AllAsync(user.Id(), most: 1000, cancel);
        return TypedResults.Ok(new MyBookings([.. mine.Select(b => b.View)]));
    }
}
