using BetterTogether.Learning.Domain.Shared;

namespace BetterTogether.Learning.Web.Features.Circles.Rooms;

public sealed record RecordingUnchecked() : Refusal("recording-unchecked", "Check first that recording, transcript and AI note-taking are off in the call beside this, and tick that they are.");
